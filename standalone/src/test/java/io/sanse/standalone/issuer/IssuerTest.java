package io.sanse.standalone.issuer;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.auth.Identity;
import io.sanse.auth.TokenVerifier;
import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.embedded.FreePort;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(VertxExtension.class)
class IssuerTest {
    private final TestClock clock = new TestClock("2026-03-12T12:00:00Z");

    @TempDir
    private Path folder;

    private Issuer issuer;
    private TokenVerifier verifier;

    @BeforeEach
    void start(Vertx vertx) throws IOException {
        int port = FreePort.find();
        issuer = new Issuer(IssuerKey.loadOrMake(folder), port, clock);
        result(issuer.start(vertx, port));
        verifier = result(TokenVerifier.start(TestContexts.of(vertx, clock, issuer.settings())));
    }

    @ParameterizedTest
    @EnumSource
    void theServicesBelieveEveryUser(LocalUser user) {
        Identity identity = result(verifier.authenticate("Bearer " + issuer.token(user)));
        assertEquals(user.id(), identity.caller().user());
    }

    @Test
    void anOfficerHasADepartmentAndAnArea() {
        Identity identity = result(verifier.authenticate("Bearer " + issuer.token(LocalUser.OFFICER_ECOLOGY)));
        assertEquals(
                new Caller("officer-ecology", Set.of(Role.DEPARTMENT_OFFICER), "ecology-yongkang", List.of("330784")),
                identity.caller());
    }

    @Test
    void aTokenEnds() {
        String token = issuer.token(LocalUser.AUDITOR);
        clock.advance(Duration.ofHours(13));
        assertTrue(verifier.authenticate("Bearer " + token).failed());
    }

    @Test
    void theKeyIsKeptAndOnlyItsOwnerMayReadIt() throws IOException {
        Path file = folder.resolve("es256.key");
        byte[] before = Files.readAllBytes(file);
        IssuerKey.loadOrMake(folder);
        assertEquals(new String(before, java.nio.charset.StandardCharsets.US_ASCII), Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aDamagedKeyIsToldSo() throws IOException {
        Files.writeString(folder.resolve("es256.key"), "no\nkey\n");
        IOException damaged = assertThrows(IOException.class, () -> IssuerKey.load(folder));
        assertTrue(damaged.getMessage().contains("damaged"), damaged.getMessage());
    }
}
