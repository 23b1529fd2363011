# docker build -t newscrawl . ; mkdir -p data
# docker run --rm --user "$(id -u)" -v "$PWD/data:/data" newscrawl crawl okezone
FROM python:3.13-slim
COPY . /src
RUN pip install --no-cache-dir "/src[parquet]" && rm -r /src && useradd --no-create-home newscrawl && install -d -m 1777 /data
# Not root; --user names whoever owns the folder that is mounted, and has no home here.
USER newscrawl
ENV NEWSCRAWL_DATA=/data HOME=/tmp
# Exports go there, and watch.toml is looked for there.
WORKDIR /data
ENTRYPOINT ["newscrawl"]
CMD ["--help"]
