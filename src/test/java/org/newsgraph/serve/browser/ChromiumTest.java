package org.newsgraph.serve.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** The test browser reports errors, accessibility violations and requests to other hosts. */
final class ChromiumTest {
  @RegisterExtension static final Chromium browser = new Chromium();

  private HttpServer server;
  private volatile String body = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String page =
              "<!DOCTYPE html><html lang=en><title>A page</title><link rel=icon href=data:,>"
                  + "<main><h1>A page</h1>"
                  + body
                  + "</main></html>";
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(page.getBytes(UTF_8));
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void open(String html) {
    body = html;
    browser.open("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Test
  void a_page_without_fault_passes() {
    open("<p>Words.</p>");
    assertThat(browser.violations()).isEmpty();
    assertThat(browser.overflow()).isZero();
  }

  @Test
  void an_image_without_words_is_a_violation() {
    open("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>");
    assertThat(browser.violations()).singleElement().asString().startsWith("image-alt");
  }

  @Test
  void a_request_to_another_host_is_seen() {
    open("<img alt='' src='http://pictures.example/a.png'><script>fetch('/here')</script>");
    browser.until("document.readyState === 'complete'");
    assertThat(browser.foreign()).containsExactly("http://pictures.example/a.png");
    browser.complaints();
  }

  @Test
  void an_error_in_a_script_is_seen() {
    open("<script>nothing.here()</script>");
    assertThat(browser.complaints()).singleElement().asString().contains("ReferenceError");
  }

  @Test
  void keys_reach_what_can_have_the_focus_and_nothing_else() {
    open("<a href='#a'>One</a> <a id=two href='#b'>Two</a> <div id=three>Three</div>");
    browser.tabTo("#two");
    browser.type(Keys.ENTER);
    browser.until("location.hash === '#b'");
    assertThatThrownBy(() -> browser.tabTo("#three")).hasMessageContaining("#three");
  }

  @Test
  void pictures_are_as_large_and_as_dark_as_was_asked_for() throws IOException {
    open("<div style='width: 700px'>Wide</div>");
    browser.look(390, 844);
    browser.dark(true);
    assertThat(browser.overflow()).isPositive();
    assertThat(browser.script("return matchMedia('(prefers-color-scheme: dark)').matches"))
        .isEqualTo(true);
    assertThat(Files.size(browser.shoot("chromium-test"))).isPositive();
  }
}
