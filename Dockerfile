# The page in a container: no root, no writable file system, no network but the one that visitors come by.
#   docker build -t ingreso . && docker run --rm --read-only -p 8501:8501 ingreso
FROM python:3.11-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
# Threads share two pools of memory: with one each, what figures gave back stayed with the process (500 instead of 390 MB)
ENV MALLOC_ARENA_MAX=2 ARROW_DEFAULT_MEMORY_POOL=system
WORKDIR /app

COPY requirements.txt ./
# Of 846 MB of packages 100 are never used: the tests and headers that they bring, and a chart of Streamlit's (pydeck)
RUN pip install -r requirements.txt && pip uninstall -y pydeck \
    && find /usr/local/lib/python3.11/site-packages -depth -type d \( -name tests -o -name include \) -exec rm -r {} + \
    && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin ingreso

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
