"""The server of the page: routes, middleware, and the work before the first visitor comes.

``application`` lists routes and middleware for ``app.py``. A new address is a module of ``routes`` and a line in
``application.routes``; a change to every answer is a middleware and a line in ``application.middleware``.
"""
