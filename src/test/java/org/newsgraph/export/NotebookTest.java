package org.newsgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.HandMade;
import org.newsgraph.serve.Served;

/** Tests that the notebook runs from start to end against a server. */
@Tag("full")
class NotebookTest {
  private static final Path NOTEBOOK = Path.of("docs/notebook/newsgraph.ipynb");

  @TempDir Path folder;

  @Test
  void the_notebook_draws_three_charts() throws IOException, InterruptedException {
    ExternalTools.require(
        Files.isExecutable(Path.of(ExternalTools.PYTHON))
            && ExternalTools.run(
                    ExternalTools.PYTHON,
                    "-c",
                    "import nbconvert, ipykernel, pandas, matplotlib, SPARQLWrapper")
                .isEmpty(),
        "jupyter-nbconvert, python3-ipykernel, -pandas, -matplotlib or -sparqlwrapper is missing");
    Path out = folder.resolve("out.ipynb");
    try (Served served = new Served(folder, it -> it)) {
      served.put(HandMade.ferry());
      ProcessBuilder run =
          new ProcessBuilder(
              ExternalTools.PYTHON,
              "-m",
              "nbconvert",
              "--to",
              "notebook",
              "--execute",
              NOTEBOOK.toString(),
              "--output-dir",
              folder.toString(),
              "--output",
              "out.ipynb");
      run.environment().put("NEWSGRAPH_ENDPOINT", served.server.address() + "news/sparql");
      run.environment().put("HOME", folder.toString());
      Process process = run.redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
    int charts = 0;
    StringBuilder tables = new StringBuilder();
    for (JsonNode cell : new ObjectMapper().readTree(out.toFile()).path("cells")) {
      for (JsonNode output : cell.path("outputs")) {
        charts += output.at("/data").has("image/png") ? 1 : 0;
        tables.append(output.at("/data/text~1plain"));
      }
    }
    assertThat(charts).isEqualTo(3);
    assertThat(tables.toString()).containsPattern("articles +3").containsPattern("statements +6");
  }
}
