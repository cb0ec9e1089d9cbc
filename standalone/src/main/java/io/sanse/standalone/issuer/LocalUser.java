package io.sanse.standalone.issuer;

import io.sanse.contract.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The users of the local issuer (docs/design.md, "People and rights"). */
public enum LocalUser {
    OPERATOR("operator", Role.OPERATOR, "duty-desk", "330784"),
    OFFICER_ECOLOGY("officer-ecology", Role.DEPARTMENT_OFFICER, "ecology-yongkang", "330784"),
    OFFICER_ENFORCEMENT("officer-enforcement", Role.DEPARTMENT_OFFICER, "enforcement-yongkang", "330784"),
    FIELD("field", Role.FIELD_OFFICER, "enforcement-yongkang", "330784"),
    AUDITOR("auditor", Role.AUDITOR, null, ""),
    INTEGRATOR("integrator", Role.INTEGRATOR, null, ""),
    ADMIN("admin", Role.ADMIN, null, ""),
    PROVINCE("province", Role.PROVINCE, null, "");

    private final String id;
    private final Role role;
    private final String department;
    private final String area;

    LocalUser(String id, Role role, String department, String area) {
        this.id = id;
        this.role = role;
        this.department = department;
        this.area = area;
    }

    /** The user's name: the claim {@code sub}. */
    public String id() {
        return id;
    }

    Claims claims(String issuer, long issuedAt, long expiresAt) {
        return new Claims(
                issuer, Issuer.AUDIENCE, id, issuedAt, expiresAt, List.of(role.text()), department, List.of(area));
    }

    public static Optional<LocalUser> of(String id) {
        return Arrays.stream(values()).filter(user -> user.id.equals(id)).findFirst();
    }

    /** All names, for people. */
    public static String names() {
        return Arrays.stream(values()).map(LocalUser::id).collect(Collectors.joining(", "));
    }
}
