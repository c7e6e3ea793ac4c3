"""HTTP over a build: SPARQL, a JSON API and the explorer; `kg.serve.app.application` makes the ASGI application."""
