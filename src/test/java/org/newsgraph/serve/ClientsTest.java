package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Third-party SPARQL clients work; skipped if they are not installed. */
@Tag("full")
class ClientsTest {
  private static final String PYTHON = "/usr/bin/python3";

  /** Folder in which "npm install fetch-sparql-endpoint" was run. */
  private static final String MODULES = System.getenv("NEWSGRAPH_NODE_MODULES");

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder, it -> it);
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @Test
  void sparqlwrapper_and_rdflib_read_and_write() throws Exception {
    assumeTrue(
        Path.of(PYTHON).toFile().canExecute()
            && run(PYTHON, "-c", "import rdflib, SPARQLWrapper").isEmpty(),
        "python3-rdflib and python3-sparqlwrapper are not installed");
    assertThat(
            run(
                PYTHON,
                "src/test/clients/client.py",
                served.server.address(),
                Served.EDITOR,
                Served.PASSWORD))
        .endsWith("all is well\n");
  }

  @Test
  void fetch_sparql_endpoint_reads_and_writes() throws Exception {
    assumeTrue(MODULES != null, "NEWSGRAPH_NODE_MODULES does not say where the client is");
    assertThat(
            run(
                "node",
                "src/test/clients/client.mjs",
                served.server.address(),
                Served.EDITOR,
                Served.PASSWORD,
                MODULES))
        .endsWith("all is well\n");
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return said;
  }
}
