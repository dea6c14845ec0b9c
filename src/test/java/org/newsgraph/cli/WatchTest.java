package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.store.NewsStore;

/** Builds that keep running. The test waits for each line of their output. */
class WatchTest {
  @TempDir Path temporary;
  private Path incoming;
  private BufferedReader said;
  private Thread build;

  @BeforeEach
  void folder() throws IOException {
    incoming = Files.createDirectory(temporary.resolve("incoming"));
  }

  @AfterEach
  void end() throws Exception {
    if (build != null) {
      build.interrupt();
      build.join();
    }
  }

  @Test
  void a_watched_folder_is_read_again_when_files_come_and_change() throws Exception {
    write("one", "“First,” said Ann Roe.");
    start("--watch", incoming.toString());
    assertThat(next()).startsWith("1 new");
    write("two", "“Second,” said Bo Lee.");
    assertThat(next()).startsWith("1 new, 0 changed");
    write("two", "“Second thoughts,” said Bo Lee.");
    assertThat(next()).startsWith("0 new, 1 changed");
    assertThat(articlesAtEnd()).isEqualTo(2);
  }

  @Test
  void a_feed_is_fetched_again_and_what_is_new_is_added() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int[] asked = {0};
    server.createContext(
        "/feed",
        exchange -> {
          byte[] body = feed(++asked[0]).getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext(
        "/robots.txt",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      String feed = "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
      start("--feed", feed, "--every", "1s");
      assertThat(next()).startsWith("1 new");
      assertThat(next()).startsWith("1 new, 0 changed, 1 unchanged");
      assertThat(articlesAtEnd()).isGreaterThanOrEqualTo(2);
    } finally {
      server.stop(0);
    }
  }

  /** Returns an RSS feed with the given number of items. */
  private static String feed(int items) {
    StringBuilder feed =
        new StringBuilder(
            """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>The Daily Test</title><link>https://example.org/</link><description/>
            """);
    for (int i = 1; i <= items; i++) {
      feed.append(
          """
          <item><guid isPermaLink="false">item-%1$d</guid><title>News %1$d</title>
          <content:encoded>&lt;p&gt;“The harbour of %1$d ships stays open,” said Ann Roe.&lt;/p&gt;
          </content:encoded></item>
          """
              .formatted(i));
    }
    return feed.append("</channel></rss>").toString();
  }

  private void write(String id, String text) throws IOException {
    Path elsewhere = temporary.resolve("written");
    Files.writeString(elsewhere, "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n");
    Files.move(elsewhere, incoming.resolve(id + ".jsonl"), StandardCopyOption.REPLACE_EXISTING);
  }

  private void start(String... arguments) throws IOException {
    PipedOutputStream err = new PipedOutputStream();
    said = new BufferedReader(new InputStreamReader(new PipedInputStream(err, 1 << 16), UTF_8));
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, UTF_8));
    String[] all = new String[arguments.length + 3];
    all[0] = "build";
    all[1] = "--db";
    all[2] = database().toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    build = new Thread(new FutureTask<>(() -> Newsgraph.run(terminal, all)), "build");
    build.start();
  }

  /** Returns the next summary of a build. */
  private String next() throws IOException {
    String line;
    do {
      line = said.readLine();
    } while (line != null && !line.contains(" new, "));
    return String.valueOf(line).replaceFirst("^newsgraph: ", "");
  }

  private int articlesAtEnd() throws InterruptedException {
    build.interrupt();
    build.join();
    try (NewsStore store = NewsStore.open(database())) {
      return store.articles().size();
    }
  }

  private Path database() {
    return temporary.resolve("db");
  }
}
