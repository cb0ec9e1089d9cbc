package io.sanse.contract.alert;

import io.sanse.contract.LocalizedText;
import java.util.List;

/**
 * Who got an alert and why (派发依据).
 *
 * @param department id of the lead department
 * @param members ids of the departments that act with it (red)
 * @param rule id of the rule that matched
 * @param policyVersion version of the routing table
 * @param reason one sentence
 */
public record Routing(String department, List<String> members, String rule, int policyVersion, LocalizedText reason) {
    public Routing {
        members = List.copyOf(members);
    }
}
