package org.newsgraph.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A lease that allows one job at a time to write to an output: a file that names the process and is
 * rewritten while it runs. The file of a killed process expires.
 */
final class Lease {
  private static final Duration EXPIRY = Duration.ofSeconds(60);
  private static final Duration RENEWAL = Duration.ofSeconds(15);

  private final Path file;
  private final FileSystem files;
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lease");
            thread.setDaemon(true);
            return thread;
          });

  private Lease(Path file, FileSystem files) {
    this.file = file;
    this.files = files;
  }

  /**
   * Acquires the lease of an output.
   *
   * @throws IllegalArgumentException if another job holds it
   */
  static Lease acquire(String output, Configuration hadoop) throws IOException {
    Path file = new Path(output, "_work/job");
    Lease lease = new Lease(file, file.getFileSystem(hadoop));
    if (!lease.isFree()) {
      throw new IllegalArgumentException(
          output
              + ": another job (process "
              + lease.holder()
              + ") writes to this output; wait until it ends, or for a minute if it was killed");
    }
    lease.write();
    var unused =
        lease.renewal.scheduleAtFixedRate(
            lease::renew, RENEWAL.toSeconds(), RENEWAL.toSeconds(), TimeUnit.SECONDS);
    return lease;
  }

  private boolean isFree() throws IOException {
    String[] holder = holder().split("@", 2);
    String[] own = process().split("@", 2);
    if (holder.length == 2 && holder[1].equals(own[1])) {
      // On this machine the process can be looked up without waiting for the lease to expire.
      return holder[0].equals(own[0]) || ProcessHandle.of(Long.parseLong(holder[0])).isEmpty();
    }
    return holder.length < 2
        || System.currentTimeMillis() - files.getFileStatus(file).getModificationTime()
            > EXPIRY.toMillis();
  }

  private String holder() throws IOException {
    try (InputStream in = files.open(file)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (FileNotFoundException e) {
      return "";
    }
  }

  private void write() throws IOException {
    try (OutputStream out = files.create(file, true)) {
      out.write(process().getBytes(UTF_8));
    }
  }

  private void renew() {
    try {
      write();
    } catch (IOException e) {
      // Tried again at the next renewal. If the file system fails, the job itself reports it.
    }
  }

  private static String process() {
    return ManagementFactory.getRuntimeMXBean().getName();
  }

  /** Releases the lease. */
  void close() throws IOException {
    renewal.shutdownNow();
    files.delete(file, false);
  }
}
