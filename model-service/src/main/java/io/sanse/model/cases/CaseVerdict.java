package io.sanse.model.cases;

import java.util.List;

/**
 * How a case went.
 *
 * @param played the case
 * @param differences what is not as the case says, each in one line; none when all is
 */
public record CaseVerdict(ModelCase played, List<String> differences) {
    public CaseVerdict {
        differences = List.copyOf(differences);
    }

    public boolean isOk() {
        return differences.isEmpty();
    }
}
