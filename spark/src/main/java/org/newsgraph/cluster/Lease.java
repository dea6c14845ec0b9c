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
 * Lets one job at a time write to an output: a file that says which process it is, written anew
 * while that lives. One that was killed leaves it behind, which soon counts no more.
 */
final class Lease {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration RENEWAL = Duration.ofSeconds(15);

  private final Path file;
  private final FileSystem files;
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "lease");
            thread.setDaemon(true);
            return thread;
          });

  private Lease(Path file, FileSystem files) {
    this.file = file;
    this.files = files;
  }

  /**
   * Takes the output.
   *
   * @throws IllegalArgumentException where another job has it
   */
  static Lease take(String output, Configuration hadoop) throws IOException {
    Path file = new Path(output, "_work/job");
    Lease lease = new Lease(file, file.getFileSystem(hadoop));
    if (!lease.isFree()) {
      throw new IllegalArgumentException(
          output
              + ": another job writes here (process "
              + lease.holder()
              + "); wait for its end, or for a minute where it was killed");
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
      // On this machine there is no need to wait.
      return holder[0].equals(own[0]) || ProcessHandle.of(Long.parseLong(holder[0])).isEmpty();
    }
    return holder.length < 2
        || System.currentTimeMillis() - files.getFileStatus(file).getModificationTime()
            > PATIENCE.toMillis();
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
      // The next time perhaps; the job itself will meet what is wrong with the file system.
    }
  }

  private static String process() {
    return ManagementFactory.getRuntimeMXBean().getName();
  }

  /** Gives the output back. */
  void close() throws IOException {
    renewal.shutdownNow();
    files.delete(file, false);
  }
}
