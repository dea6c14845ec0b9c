package org.newsgraph.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs external tools if they are installed; a missing tool fails the test where it is required.
 */
final class ExternalTools {
  static final String PYTHON = "/usr/bin/python3";

  private static final boolean REQUIRED = "required".equals(System.getenv("NEWSGRAPH_TOOLS"));
  private static final Path FOLDER = Path.of("src/test/tools");

  private ExternalTools() {}

  /** Runs a program to its end and returns its output. */
  static String run(String... command) {
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      process.waitFor();
      return said;
    } catch (IOException | InterruptedException e) {
      return e.toString();
    }
  }

  /** Runs a Java program of {@code src/test/tools} with the library that it uses. */
  static List<String> java(String tool, String... arguments) throws IOException {
    Path classPath = FOLDER.resolve(tool).resolve("target/classpath");
    require(
        Files.exists(classPath),
        tool + " is not there: mvn -f src/test/tools/" + tool + "/pom.xml package");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-cp",
                Files.readString(classPath),
                FOLDER.resolve(tool).resolve("Open.java").toString()));
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new)).lines().toList();
  }

  /** Runs a Python program of {@code src/test/tools} that needs the given modules. */
  static List<String> python(String modules, String program, String... arguments) {
    require(
        Files.isExecutable(Path.of(PYTHON)) && run(PYTHON, "-c", "import " + modules).isEmpty(),
        "not installed in " + PYTHON + ": " + modules);
    List<String> command =
        new ArrayList<>(List.of(PYTHON, "-W", "ignore", FOLDER.resolve(program).toString()));
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new)).lines().toList();
  }

  static void require(boolean there, String otherwise) {
    if (REQUIRED && !there) {
      fail(otherwise);
    }
    assumeTrue(there, otherwise);
  }
}
