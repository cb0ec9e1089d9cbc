package io.sanse.standalone.console;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The console as a person uses it: what is on the screen, what can be pressed. */
final class ConsolePage {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Chromium browser;
    private final ChromeDriver driver;
    private final URI console;

    ConsolePage(Chromium browser, URI platform) {
        this.browser = browser;
        this.driver = browser.driver();
        this.console = platform.resolve("/console/");
    }

    /** Opens the sign-in page as one finds it in a new tab. */
    ConsolePage open() {
        driver.get(console.toString());
        // Only a console that has begun can forget: one that is just signing in would remember again.
        find("#app > *");
        driver.executeScript("sessionStorage.clear(); localStorage.clear();");
        driver.navigate().refresh();
        return this;
    }

    ConsolePage reload() {
        driver.navigate().refresh();
        return this;
    }

    /** Pastes a token and presses the button. */
    ConsolePage signIn(String token) {
        WebElement field = find("textarea");
        field.clear();
        // Typing a token key by key takes seconds; pasting is one input event.
        driver.executeScript(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'));", field, token);
        find("form .primary").click();
        return this;
    }

    ConsolePage awaitLive() {
        find(".stream-live");
        return this;
    }

    ConsolePage go(String page) {
        driver.executeScript("location.hash = arguments[0];", "#/" + page);
        return this;
    }

    /** Waits until nothing on the page says that it is loading. */
    ConsolePage awaitLoaded() {
        await(() -> text().contains("载入中") ? null : Boolean.TRUE, "all loaded");
        return this;
    }

    /** The first element, as soon as it is there. */
    WebElement find(String css) {
        return await(
                () -> driver.findElements(By.cssSelector(css)).stream()
                        .findFirst()
                        .orElse(null),
                css);
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The list's row of a subject, as soon as it is there. */
    WebElement row(String subject) {
        return await(
                () -> all(".alert-row").stream()
                        .filter(row -> row.getText().contains(subject))
                        .findFirst()
                        .orElse(null),
                "row of " + subject);
    }

    /** Opens the detail page of a subject's alert. */
    ConsolePage openAlert(String subject) {
        row(subject).findElement(By.tagName("a")).click();
        find(".command-buttons, .commands .faint");
        return this;
    }

    /** Waits until the road's bar of the open alert says so. */
    ConsolePage awaitState(String state) {
        await(() -> find(".road .here").getDomProperty("textContent").equals(state) ? state : null, state);
        return this;
    }

    /** Gives a command with what its form asks for, and waits until the platform has done it. */
    ConsolePage command(String type, Consumer<CommandSheet> entry) {
        sheet(type, entry).submit();
        await(
                () -> all(".command-form").isEmpty() && !find(".done").getText().isBlank() ? Boolean.TRUE : null,
                type + " done");
        return this;
    }

    ConsolePage command(String type) {
        return command(type, sheet -> {});
    }

    /** Opens a command's form and fills it in. */
    CommandSheet sheet(String type, Consumer<CommandSheet> entry) {
        find("[data-command='" + type + "']").click();
        CommandSheet sheet = new CommandSheet();
        entry.accept(sheet);
        return sheet;
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Waits for words on the page. */
    ConsolePage awaitText(String words) {
        await(() -> text().contains(words) ? Boolean.TRUE : null, words);
        return this;
    }

    /** Whether nothing on a page is wider than a phone's screen; leaves a picture. */
    boolean fitsAPhone(String name) throws IOException {
        try {
            browser.size(Chromium.PHONE);
            go(name).find(name.equals("live") ? ".alert-list" : ".page h1");
            awaitLoaded();
            browser.photograph("phone-" + name.replace('/', '-'));
            return (boolean) script("return [document.documentElement, document.querySelector('main')]"
                    + ".every((part) => part.scrollWidth <= innerWidth);");
        } finally {
            browser.size(Chromium.DESK);
        }
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    <T> T await(Supplier<T> question, String what) {
        return new WebDriverWait(driver, PATIENCE)
                .pollingEvery(Duration.ofMillis(100))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> what + " on: " + text())
                .until(page -> question.get());
    }

    /** The open form of one command. */
    final class CommandSheet {
        CommandSheet choose(String value) {
            new Select(find(".command-form select")).selectByValue(value);
            return this;
        }

        CommandSheet number(String value) {
            find(".command-form input[type='number']").sendKeys(value);
            return this;
        }

        CommandSheet say(String remark) {
            find(".command-form textarea").sendKeys(remark);
            return this;
        }

        /** Takes the device's position. */
        CommandSheet locate(String shown) {
            find(".command-form .field button").click();
            await(() -> find(".command-form").getText().contains(shown) ? Boolean.TRUE : null, shown);
            return this;
        }

        void submit() {
            find(".command-form button[type='submit']").click();
        }
    }
}
