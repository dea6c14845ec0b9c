package org.newsgraph.export.table;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Apache Parquet, one file per table. */
public final class ParquetFormat implements TableFormat {
  /** Size of a row group in bytes, which each of the eight open tables buffers in memory. */
  private static final long ROW_GROUP = 8L << 20;

  @Override
  public <R extends Record> RowWriter<R> table(Path folder, String name, Class<R> type)
      throws IOException {
    OutputStream out = Files.newOutputStream(folder.resolve(name + ".parquet"));
    CarpetWriter<R> writer =
        new CarpetWriter.Builder<>(out, type)
            .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
            .withCompressionCodec(CompressionCodecName.GZIP)
            .withRowGroupSize(ROW_GROUP)
            .build();
    return new RowWriter<>() {
      @Override
      public void write(R row) throws IOException {
        writer.write(row);
      }

      @Override
      public void close() throws IOException {
        writer.close();
        out.close();
      }
    };
  }
}
