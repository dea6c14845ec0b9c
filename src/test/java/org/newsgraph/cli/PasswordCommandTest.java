package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.serve.security.Logins;

class PasswordCommandTest {
  @TempDir Path folder;

  @Test
  void the_line_that_it_prints_lets_one_in() throws Exception {
    Path file = Files.writeString(folder.resolve("logins"), run("a long password\n"));
    Logins logins = Logins.read(file);
    assertThat(logins.find("ada", "a long password"))
        .hasValue(new Logins.User("ada", Logins.Role.EDITOR));
    assertThat(logins.find("ada", "another password")).isEmpty();
    assertThat(logins.find("bob", "a long password")).isEmpty();
    assertThat(Files.readString(file)).doesNotContain("a long password");
  }

  @Test
  void a_short_password_is_none() {
    assertThat(run("short\n")).isEmpty();
  }

  private static String run(String typed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(typed.getBytes(UTF_8)),
            out,
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    Newsgraph.run(terminal, "password", "ada", "--role", "editor");
    return out.toString(UTF_8);
  }
}
