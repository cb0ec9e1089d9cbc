package io.sanse.standalone;

import io.sanse.standalone.issuer.Issuer;
import io.sanse.standalone.issuer.LocalUser;
import io.sanse.standalone.province.ProvinceSettings;
import io.sanse.standalone.province.ProvinceSimulator;
import io.sanse.standalone.smsc.SmscSettings;
import io.sanse.standalone.smsc.SmscSimulator;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The other sides: the operator's SMSC and the provincial platform, each with its memory in the data folder. */
final class Simulators {
    private static final String PROVINCE_TOKEN = "city-330784-demo";
    private static final String SMSC_PASSWORD = "demo";
    private static final Duration RECEIPT_DELAY = Duration.ofMillis(500);
    private static final Duration PULL = Duration.ofSeconds(1);

    private final Ports ports;
    private final Path folder;
    private final Issuer issuer;

    Simulators(Ports ports, Path folder, Issuer issuer) {
        this.ports = ports;
        this.folder = folder;
        this.issuer = issuer;
    }

    /** Settings that make the services talk to them. */
    static Map<String, String> settings(Ports ports) {
        return Map.of(
                "smpp.port",
                Integer.toString(ports.smpp()),
                "smpp.password",
                SMSC_PASSWORD,
                "exchange.province.url",
                "http://127.0.0.1:" + ports.province(),
                "exchange.province.token",
                PROVINCE_TOKEN);
    }

    /** Returns when they listen. */
    void start(Vertx vertx, InstantSource clock) throws IOException {
        Files.createDirectories(folder);
        vertx.deployVerticle(new SmscSimulator(smsc(), clock)).await();
        vertx.deployVerticle(new ProvinceSimulator(province(), clock)).await();
    }

    private SmscSettings smsc() {
        return new SmscSettings(
                ports.smpp(), ports.messagePage(), folder.resolve("smsc.jsonl"), SMSC_PASSWORD, RECEIPT_DELAY);
    }

    private ProvinceSettings province() {
        return new ProvinceSettings(
                ports.province(),
                folder.resolve("province.jsonl"),
                URI.create("http://127.0.0.1:" + ports.http()),
                () -> issuer.token(LocalUser.PROVINCE),
                PROVINCE_TOKEN,
                PULL);
    }
}
