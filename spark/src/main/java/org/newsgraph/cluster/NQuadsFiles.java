package org.newsgraph.cluster;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;

/** Output format for N-Quads whose file names say so: {@code part-r-00000.nq.gz}. */
public final class NQuadsFiles extends TextOutputFormat<NullWritable, Text> {
  /** Called by Hadoop. */
  public NQuadsFiles() {}

  @Override
  public Path getDefaultWorkFile(TaskAttemptContext context, String extension) throws IOException {
    return super.getDefaultWorkFile(context, ".nq" + extension);
  }
}
