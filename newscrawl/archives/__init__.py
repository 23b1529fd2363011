"""Archives of pages: WARC files of any maker in, Parquet by portal and month out."""
