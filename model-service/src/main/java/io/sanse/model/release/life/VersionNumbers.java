package io.sanse.model.release.life;

import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.VersionStage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which numbers versions have. */
public final class VersionNumbers {
    private VersionNumbers() {}

    /**
     * The number that a new version has to have: one more than the highest known, but for those that were given up before they judged. A number that anybody could choose could be the
     * greatest there is.
     *
     * @param shipped number of the version that ships, 0 when there is none
     */
    public static int next(int shipped, List<ModelVersion> all) {
        Set<Integer> taken = all.stream().map(ModelVersion::version).collect(Collectors.toSet());
        int next = 1
                + all.stream()
                        .filter(version -> version.stage() != VersionStage.RETIRED || version.effectiveAt() != null)
                        .mapToInt(ModelVersion::version)
                        .reduce(shipped, Math::max);
        while (taken.contains(next)) {
            next++;
        }
        return next;
    }
}
