package io.sanse.auth;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.runtime.failure.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Claims of a token whose signature is good (RFC 7519 section 4.1; {@code roles}, {@code department} and {@code areas} are ours).
 *
 * @param iss issuer
 * @param aud audiences; one may come as plain text
 * @param sub user
 * @param exp end, seconds since 1970
 * @param nbf beginning, seconds since 1970, or null
 * @param roles role names; names that are not ours are passed over
 * @param department department id, or null
 * @param areas prefixes of division codes; null = none
 */
record Claims(
        String iss,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> aud,

        String sub,
        Long exp,
        Long nbf,
        List<String> roles,
        String department,
        List<String> areas) {
    private static final int MAX_TEXT = 64;
    private static final long YEAR_9999 = 253_402_300_799L;

    /** @throws Rejected when the token is not for us or not for now */
    Identity identity(TokenSettings settings, Instant now) {
        require(settings.issuer().equals(iss), "token-issuer", "The bearer token is of another issuer");
        require(
                aud != null && aud.contains(settings.audience()),
                "token-audience",
                "The bearer token is for another audience");
        require(inRange(exp) && (nbf == null || inRange(nbf)), "token-claims", "The bearer token has no valid times");
        Instant expiresAt = Instant.ofEpochSecond(exp);
        require(now.isBefore(expiresAt.plus(settings.leeway())), "token-expired", "The bearer token has expired");
        require(
                nbf == null || !now.plus(settings.leeway()).isBefore(Instant.ofEpochSecond(nbf)),
                "token-not-yet-valid",
                "The bearer token is not valid yet");
        return new Identity(caller(), expiresAt);
    }

    private Caller caller() {
        require(isText(sub), "token-claims", "The bearer token names no user");
        require(department == null || isText(department), "token-claims", "The bearer token has a bad department");
        List<String> visible = areas == null ? List.of() : areas;
        require(
                visible.stream().allMatch(area -> area != null && area.matches("[0-9]{0,12}")),
                "token-claims",
                "The bearer token has a bad area");
        Set<Role> known = knownRoles();
        require(!known.isEmpty(), "token-claims", "The bearer token grants no role here");
        return new Caller(sub, known, department, visible);
    }

    private Set<Role> knownRoles() {
        List<String> named = roles == null ? List.of() : roles;
        return Stream.of(Role.values())
                .filter(role -> named.contains(role.text()))
                .collect(Collectors.toSet());
    }

    private static boolean inRange(Long seconds) {
        return seconds != null && seconds >= 0 && seconds <= YEAR_9999;
    }

    private static boolean isText(String value) {
        return value != null
                && !value.isBlank()
                && value.length() <= MAX_TEXT
                && value.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean holds, String reason, String detail) {
        if (!holds) {
            throw new Rejected(reason, detail);
        }
    }
}
