# The page in a container: no root, no writable file system, no network but the one that visitors come by.
#   docker build -t ingreso . && docker run --rm --read-only -p 8501:8501 ingreso
FROM python:3.11-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app

COPY requirements.txt ./
RUN pip install -r requirements.txt && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin ingreso

COPY .streamlit .streamlit
COPY data data
COPY geo geo
COPY app.py ./
RUN python -m compileall -q app.py geo && python -m geo.ui.streamlit_bends.cut_faces

USER 10001
EXPOSE 8501
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://localhost:8501/_stcore/health', timeout=2)"]
CMD ["streamlit", "run", "app.py", "--server.port", "8501"]
