package org.newsgraph.serve.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Debian's Chromium in headless mode, shared by all tests of a run.
 *
 * <pre>{@code
 * @RegisterExtension static final Chromium browser = new Chromium();
 *
 * @Test void the_front_page_is_for_everyone() {
 *   browser.open(served.address());
 *   assertThat(browser.violations()).isEmpty();
 * }
 * }</pre>
 *
 * <p>Keys and clicks from {@link #begin} to {@link #done} are counted in {@code
 * target/browser/tasks.csv}. The times of first paint are in {@code paint.csv} in the same folder.
 *
 * <p>A test fails if a page requests anything from another host, or if the console shows an error.
 * If Chromium or its driver is missing, the tests are skipped, unless NEWSGRAPH_BROWSER requires
 * them.
 */
public final class Chromium implements BeforeEachCallback, AfterEachCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Path SHOTS = Path.of("target", "screenshots");

  /**
   * Logger of a warning about the version of Chromium's protocol, which the tests do not use. Kept
   * in a field because loggers are weakly referenced.
   */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  /** Script that counts keys and clicks across pages, from the first one on. */
  private static final String COUNTER =
      """
      for (const [event, kind] of [['keydown', 'keys'], ['pointerdown', 'clicks']]) {
        addEventListener(event, (it) => {
          const task = JSON.parse(sessionStorage.getItem('task') ?? 'null');
          if (!task || !it.isTrusted) return;
          task[kind]++;
          task.began ??= Date.now();
          sessionStorage.setItem('task', JSON.stringify(task));
        }, true);
      }
      """;

  private static final String BEGIN =
      "sessionStorage.setItem('task', JSON.stringify({ keys: 0, clicks: 0 }))";

  private static final String DONE =
      """
      const task = JSON.parse(sessionStorage.getItem('task'));
      sessionStorage.removeItem('task');
      return [task.clicks, task.keys, (Date.now() - task.began) / 1000];
      """;

  /** Script that returns the time to first paint, in ms; -1 if nothing was painted within 1 s. */
  private static final String PAINTED =
      """
      const done = arguments[0];
      setTimeout(() => done(-1), 1000);
      new PerformanceObserver((list) => {
        const first = list.getEntriesByName('first-contentful-paint')[0];
        if (first) done(Math.round(first.startTime));
      }).observe({ type: 'paint', buffered: true });
      """;

  private static final int WIDE = 1440;
  private static final int HIGH = 900;

  private ChromeDriver driver;
  private String look = "";
  private String task = "";

  /** The driver, started once and closed at the end of the test run. */
  private record Started(ChromeDriver driver) implements AutoCloseable {
    @Override
    public void close() {
      driver.quit();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    driver =
        context
            .getRoot()
            .getStore(Namespace.create(Chromium.class))
            .getOrComputeIfAbsent(Started.class, it -> start(), Started.class)
            .driver();
    driver.get("about:blank");
    look(WIDE, HIGH);
    dark(false);
    asked();
    complaints();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (driver == null) {
      return;
    }
    List<String> foreign = foreign();
    List<String> complaints = complaints();
    if (context.getExecutionException().isEmpty()) {
      assertThat(foreign).as("asked of other hosts").isEmpty();
      assertThat(complaints).as("errors in the console").isEmpty();
    }
  }

  private static Started start() {
    Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
    Optional<Path> chromedriver = program("chromedriver");
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      String reason = "Chromium and its driver are needed: apt-get install chromium-driver";
      assertThat(System.getenv("NEWSGRAPH_BROWSER")).as(reason).isNull();
      Assumptions.abort(reason);
    }
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.get().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--hide-scrollbars",
        "--lang=en-GB",
        // Names of other hosts cannot be resolved, so that nothing leaves this machine.
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable("browser", Level.ALL);
    logs.enable("performance", Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.get().toFile())
            .usingAnyFreePort()
            .withLogOutput(java.io.OutputStream.nullOutputStream())
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.executeCdpCommand("Page.enable", Map.of());
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", COUNTER));
    return new Started(driver);
  }

  private static Optional<Path> program(String... names) {
    List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(":"));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Returns the driver, for operations that this class does not offer. */
  public ChromeDriver driver() {
    return driver;
  }

  /** Opens a page and waits until it is loaded. */
  public void open(String address) {
    driver.get(address);
    Object painted = driver.executeAsyncScript(PAINTED);
    Figures.in("paint", "page,pixels wide,milliseconds to the first paint")
        .add(address.replaceFirst("^http://[^/]+", ""), look, painted);
  }

  /** Starts a task on the open page. It is timed from the first key on. */
  public void begin(String what) {
    task = what;
    script(BEGIN);
  }

  /** Ends the task and records its keys, clicks and time. */
  public void done() {
    List<?> counts = (List<?>) script(DONE);
    Figures.in("tasks", "task,clicks,keys,seconds")
        .add(task, counts.get(0), counts.get(1), counts.get(2));
  }

  /** Saves downloads in a folder. */
  public void download(Path folder) {
    driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
  }

  /** Waits until a download is complete, and returns the file. */
  public Path saved(Path folder, String name) {
    Path file = folder.resolve(name);
    await(name, () -> Files.isRegularFile(file) && file.toFile().length() > 0 ? file : null);
    return file;
  }

  /** Returns the text on the clipboard. */
  public String copied() {
    return (String)
        driver.executeAsyncScript(
            "const done = arguments[0]; navigator.clipboard.readText().then(done, e => done('' + e))");
  }

  /** Allows pages to use the clipboard, as a user's click does. */
  public void allowClipboard() {
    driver.executeCdpCommand(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
  }

  /**
   * Performs a touch gesture on an element.
   *
   * @param fingers positions of the fingers for each step, in pixels from the element's centre
   */
  public void touch(WebElement element, List<List<int[]>> fingers) {
    List<?> centre =
        (List<?>)
            script(
                "arguments[0].scrollIntoView({ block: 'center' });"
                    + "const b = arguments[0].getBoundingClientRect();"
                    + "return [b.x + b.width / 2, b.y + b.height / 2]",
                element);
    double x = ((Number) centre.get(0)).doubleValue();
    double y = ((Number) centre.get(1)).doubleValue();
    for (int i = 0; i <= fingers.size(); i++) {
      boolean end = i == fingers.size();
      List<Map<String, Object>> points = new ArrayList<>();
      for (int[] finger : end ? List.<int[]>of() : fingers.get(i)) {
        points.add(Map.of("x", x + finger[0], "y", y + finger[1], "id", points.size()));
      }
      driver.executeCdpCommand(
          "Input.dispatchTouchEvent",
          Map.of(
              "type",
              end ? "touchEnd" : i == 0 ? "touchStart" : "touchMove",
              "touchPoints",
              points));
    }
  }

  /** Sets the size of the window, in CSS pixels. */
  public void look(int width, int height) {
    metrics(width, height, 1);
  }

  /** Sets a window of 1280 pixels at a zoom of 200 %. */
  public void zoomTwice() {
    metrics(640, 450, 2);
  }

  private void metrics(int width, int height, int scale) {
    look = Integer.toString(width);
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", false));
  }

  /** Sets the dark or the light colour scheme, with reduced motion. */
  public void dark(boolean is) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", is ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Waits for the element that a CSS selector finds, and returns it. */
  public WebElement find(String selector) {
    return await(selector, () -> driver.findElement(By.cssSelector(selector)));
  }

  public List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Waits until a JavaScript expression is true. The error message contains the expression. */
  public void until(String expression) {
    await(expression, () -> Boolean.TRUE.equals(script("return Boolean(" + expression + ")")));
  }

  private <T> T await(String what, java.util.function.Supplier<T> found) {
    return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
        .ignoring(org.openqa.selenium.WebDriverException.class)
        .withMessage(what)
        .until(it -> found.get());
  }

  public Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Types keys into the element that has the focus. */
  public void type(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses the last key while the other keys are held down. */
  public void chord(CharSequence... keys) {
    Actions actions = new Actions(driver);
    List<CharSequence> held = List.of(keys).subList(0, keys.length - 1);
    held.forEach(actions::keyDown);
    actions.sendKeys(keys[keys.length - 1]);
    held.forEach(actions::keyUp);
    actions.perform();
  }

  /**
   * Presses the Tab key until an element that a selector finds has the focus.
   *
   * @throws AssertionError if no such element gets the focus
   */
  public WebElement tabTo(String selector) {
    for (int i = 0; i < 300; i++) {
      type(org.openqa.selenium.Keys.TAB);
      WebElement focused = driver.switchTo().activeElement();
      if (Boolean.TRUE.equals(
          script("return arguments[0].matches(arguments[1])", focused, selector))) {
        return focused;
      }
    }
    throw new AssertionError("the Tab key does not reach " + selector);
  }

  /** Returns the violations that axe-core finds: rule, help and element. */
  public List<String> violations() {
    script(axe());
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[0];"
                + "axe.run().then(r => done(r.violations.map(v =>"
                + " v.id + ': ' + v.help + ': ' + v.nodes.map(n => n.target + ' ' + n.failureSummary)"
                + ".join(' | '))), e => done(['axe: ' + e]))");
    return ((List<?>) found).stream().map(Object::toString).toList();
  }

  private static String axe() {
    try (InputStream in = Chromium.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Returns by how many pixels the page is wider than the window. */
  public long overflow() {
    return (Long)
        script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** Saves a screenshot of the window as target/screenshots/NAME.png. */
  public Path shoot(String name) {
    try {
      Files.createDirectories(SHOTS);
      return Files.write(SHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Returns the errors in the console since the last call. */
  public List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Returns the addresses of other hosts that pages have requested since the last call. */
  public List<String> foreign() {
    return asked().stream().filter(Predicate.not(Chromium::isHere)).toList();
  }

  private List<String> asked() {
    List<String> asked = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get("performance")) {
      JsonNode event = json(entry.getMessage()).path("message");
      if (event.path("method").asText().equals("Network.requestWillBeSent")) {
        asked.add(event.path("params").path("request").path("url").asText());
      }
    }
    return asked;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isHere(String address) {
    if (address.startsWith("data:")
        || address.startsWith("blob:")
        || address.startsWith("about:")) {
      return true;
    }
    String host = URI.create(address.replaceFirst("[?#].*", "")).getHost();
    return host != null && LOOPBACK.contains(host);
  }
}
