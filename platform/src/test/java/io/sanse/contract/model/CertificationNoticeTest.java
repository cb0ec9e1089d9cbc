package io.sanse.contract.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.model.CertificationNotice.Standing;
import io.sanse.contract.model.CertificationNotice.Version;
import io.sanse.runtime.json.Json;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificationNoticeTest {
    private static final Instant DATE = Instant.parse("2027-03-05T04:00:00Z");
    private static final CertificationNotice NOTICE = new CertificationNotice(
            new UUID(1, 2), DATE, Standing.DUE, List.of(new Version("m", 3, new LocalizedText("甲", "A"), DATE)));

    private static CertificationNotice read(JsonObject notice) throws IOException {
        return Json.parse(notice.toBuffer().getBytes(), CertificationNotice.class);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertEquals(NOTICE, read(new JsonObject(Json.text(NOTICE))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "at", "standing", "versions"})
    void aMemberThatIsMissingIsUnreadable(String member) {
        JsonObject notice = new JsonObject(Json.text(NOTICE));
        notice.remove(member);
        assertThrows(JsonMappingException.class, () -> read(notice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "name", "until"})
    void aMemberThatIsMissingOfAVersionIsUnreadable(String member) {
        JsonObject notice = new JsonObject(Json.text(NOTICE));
        notice.getJsonArray("versions").getJsonObject(0).remove(member);
        JsonMappingException unreadable = assertThrows(JsonMappingException.class, () -> read(notice));
        assertTrue(unreadable.getMessage().contains(member), unreadable.getMessage());
    }
}
