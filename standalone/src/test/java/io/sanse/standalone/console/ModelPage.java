package io.sanse.standalone.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.openqa.selenium.WebElement;

/** The page of one model: its versions and its backtests. */
final class ModelPage {
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final String ENTER =
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'));";

    private final ConsolePage page;
    private final String file;

    /** @param file of the library, {@code module/id} */
    ModelPage(ConsolePage page, String file) {
        this.page = page;
        this.file = file;
    }

    /** As it stands behind the hash of the console's address. */
    String address() {
        return "models/" + file.substring(file.indexOf('/') + 1);
    }

    ModelPage open(String token) {
        page.open().signIn(token).awaitLive().go(address());
        page.find(".version-page");
        return this;
    }

    /** Writes the next version down: the newest text, changed, with the cases of the one that ships. */
    ModelPage write(UnaryOperator<String> change) {
        if (page.all(".draft-form").isEmpty()) {
            page.find("[data-action='draft']").click();
        }
        page.find(".draft-form");
        enter(0, change.apply(library(file + ".yaml").replaceFirst("version: \\d+", "version: 3")));
        enter(1, library(file + ".cases.yaml"));
        page.find(".draft-form [type='submit']").click();
        return this;
    }

    /** Plays the last day through the live version. */
    void backtest() {
        page.go(address() + "/backtest").find(".backtest-form");
        WebElement until = page.all(".backtest-form [type='datetime-local']").get(1);
        LocalDateTime end = LocalDateTime.now(CITY).plusMinutes(2).truncatedTo(ChronoUnit.MINUTES);
        page.script(ENTER, until, end.toString());
        page.find(".backtest-form [type='submit']").click();
    }

    private void enter(int field, String text) {
        page.script(ENTER, page.all(".draft-form textarea").get(field), text);
    }

    private static String library(String file) {
        try (InputStream text = ModelPage.class.getResourceAsStream("/library/" + file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
