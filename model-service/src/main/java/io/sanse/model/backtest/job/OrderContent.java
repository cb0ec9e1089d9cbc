package io.sanse.model.backtest.job;

import io.sanse.contract.service.BacktestOrder;
import io.sanse.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * What makes two orders one: who ordered what. The areas of a caller are left out, for they come with each token.
 *
 * @param user who ordered it
 * @param texts to try
 * @param ids of live models to tell about
 * @param against to compare with
 * @param from period, inclusive
 * @param until period, exclusive
 * @param warmUpHours before it, or null
 */
record OrderContent(
        String user,
        List<String> texts,
        List<String> ids,
        List<String> against,
        Instant from,
        Instant until,
        Integer warmUpHours) {

    /** SHA-256 of it, in hexadecimal digits. */
    static String of(BacktestOrder order) {
        return new OrderContent(
                        order.caller().user(),
                        order.texts(),
                        order.ids(),
                        order.against(),
                        order.from(),
                        order.until(),
                        order.warmUpHours())
                .digest();
    }

    private String digest() {
        try {
            byte[] bytes = Json.text(this).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
