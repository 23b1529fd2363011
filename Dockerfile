# docker build -t newscrawl . ; docker run --rm -v "$PWD/data:/data" newscrawl crawl okezone
FROM python:3.13-slim
COPY . /src
RUN pip install --no-cache-dir "/src[parquet]" && rm -r /src && useradd --create-home newscrawl && install -d -o newscrawl /data
USER newscrawl
ENV NEWSCRAWL_DATA=/data
WORKDIR /home/newscrawl
ENTRYPOINT ["newscrawl"]
CMD ["--help"]
