"""The server around the page: its routes, what every request goes through, and what it does before the first visitor comes.

``application`` puts it together for ``app.py``. A new address is a module of ``routes`` and a line in ``application.routes``;
what every answer must have is a middleware in ``application.middleware``.
"""
