package org.openpriorauth.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's Chromium. Without one the browser stories do not run and say so in one loud line,
 * unless {@code -Dbrowser.required=true}.
 */
final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final Path PICTURES =
      Path.of(System.getProperty("openpriorauth.root"), "ear/stories/target/pictures");

  private final List<String> complaints = new ArrayList<>();
  private Playwright playwright;
  private Browser browser;
  private Page page;

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> executable =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (executable.isEmpty()) {
      if (Boolean.getBoolean("browser.required")) {
        throw new AssertionError("Chromium is required and is not installed.");
      }
      System.out.println("######## NO CHROMIUM ON THIS MACHINE: the browser stories did not run.");
      Assumptions.abort("no Chromium");
    }
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable.get())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** A fresh page with no cookies, which notes every complaint of the browser. */
  Page page() {
    return page(1280, 800, 1);
  }

  /**
   * @param zoom 2 shows a window of 1280 by 800 at 200 %, if width and height are 640 and 400
   */
  Page page(int width, int height, double zoom) {
    complaints.clear();
    page =
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setDeviceScaleFactor(zoom))
            .newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return page;
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Kept under {@code target/pictures}, to be looked at. */
  void picture(Page shown, String name) {
    shown.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (page != null) {
      if (context.getExecutionException().isPresent()) {
        picture(page, "failed-" + context.getRequiredTestMethod().getName());
      }
      page.context().close();
      page = null;
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (playwright != null) {
      playwright.close();
    }
  }
}
