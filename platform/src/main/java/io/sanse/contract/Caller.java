package io.sanse.contract;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * On whose behalf a question is asked or a command given; made from a verified token by the gateway and passed with every call. Every service filters
 * rows by it.
 *
 * @param user the token's subject
 * @param roles what the caller may do, never empty
 * @param department the caller's department id, or null when it belongs to none
 * @param areas prefixes of division codes (GB/T 2260, for example {@code 330784} = Yongkang) that the caller may see; {@code ""} = everywhere
 */
public record Caller(String user, Set<Role> roles, String department, List<String> areas) {
    public Caller {
        Objects.requireNonNull(user, "user");
        roles = Set.copyOf(roles);
        areas = List.copyOf(areas);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether a row of this division code lies in one of the caller's areas; a row without a code is seen only from everywhere. */
    public boolean sees(String divisionCode) {
        return areas.stream()
                .anyMatch(area -> area.isEmpty() || (divisionCode != null && divisionCode.startsWith(area)));
    }
}
