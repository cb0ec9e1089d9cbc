package io.sanse.standalone.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless browser of the machine, with a profile of its own; nothing is downloaded. */
final class Chromium implements AutoCloseable {
    static final Dimension DESK = new Dimension(1280, 800);
    static final Dimension PHONE = new Dimension(390, 844);

    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/google-chrome");
    private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Skips the calling test where the machine has no browser. */
    static Chromium start() {
        Optional<Path> browser = find(BROWSERS);
        Optional<Path> driver = find(DRIVERS);
        Assumptions.assumeTrue(
                browser.isPresent() && driver.isPresent(),
                "skipped: no chromium (packages chromium and chromium-driver)");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.get().toFile())
                .usingAnyFreePort()
                .build();
        return new Chromium(new ChromeDriver(service, options(browser.get())));
    }

    private static Optional<Path> find(List<String> places) {
        return places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static ChromeOptions options(Path browser) {
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.setCapability("goog:loggingPrefs", logging);
        options.setExperimentalOption("prefs", Map.of("profile.default_content_setting_values.geolocation", 1));
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        return options;
    }

    ChromeDriver driver() {
        return driver;
    }

    void size(Dimension viewport) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        viewport.width,
                        "height",
                        viewport.height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        viewport.equals(PHONE)));
    }

    /** Where the device believes to be. */
    void place(double longitude, double latitude) {
        driver.executeCdpCommand(
                "Emulation.setGeolocationOverride",
                Map.of("longitude", longitude, "latitude", latitude, "accuracy", 5));
    }

    /** Errors that the browser's console showed since the last call: defects, and every breach of the content security policy. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Keeps a picture of the page under {@code target/} for people to look at. */
    void photograph(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        byte[] picture = driver.getScreenshotAs(OutputType.BYTES);
        Files.write(folder.resolve(name + ".png"), picture);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
