package io.sanse.model.detect.exact;

import io.sanse.contract.Level;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The two models of vehicles, word by word over complete sorted data: every half second of every silence is looked at. */
final class NaiveModels {
    private final List<Observation> reports;
    private final List<long[]> manifests;
    private final List<long[]> outages;
    private final long progress;

    /** @param progress the feed's progress, sorted */
    NaiveModels(List<Observation> reports, List<Observation> steps, List<Observation> progress) {
        this.reports = RandomNight.sorted(reports);
        this.manifests = manifests(steps);
        this.outages = new ArrayList<>();
        for (int i = 1; i < progress.size(); i++) {
            long from = progress.get(i - 1).observedAt().getEpochSecond();
            long until = progress.get(i).observedAt().getEpochSecond();
            if (until - from > 300) {
                outages.add(new long[] {from, until});
            }
        }
        this.progress = progress.get(progress.size() - 1).observedAt().getEpochSecond();
    }

    private static List<long[]> manifests(List<Observation> steps) {
        Map<String, long[]> spans = new HashMap<>();
        for (Observation step : RandomNight.sorted(steps)) {
            ManifestStep content = (ManifestStep) step.payload();
            long at = step.observedAt().getEpochSecond();
            long[] span = spans.computeIfAbsent(content.number(), none -> new long[] {at, Long.MAX_VALUE});
            if (content.step() == Step.RECEIVED) {
                span[1] = Math.min(span[1], at);
            }
        }
        return List.copyOf(spans.values());
    }

    private boolean isOpen(double at) {
        return manifests.stream().anyMatch(span -> span[0] <= at && at < span[1]);
    }

    List<Said> said() {
        List<Said> all = new ArrayList<>(silences());
        all.addAll(stops());
        return all.stream().sorted().toList();
    }

    private List<Said> silences() {
        List<Said> all = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            long from = reports.get(i).observedAt().getEpochSecond();
            boolean last = i + 1 == reports.size();
            long until = last ? progress - 60 : reports.get(i + 1).observedAt().getEpochSecond();
            boolean powerCut = ((Position) reports.get(i).payload()).mainPowerOff();
            silence(from, until, powerCut, last, all);
        }
        return all;
    }

    private void silence(long from, long until, boolean powerCut, boolean lasts, List<Said> all) {
        Level level = null;
        for (double at = from + 0.5; at < until; at += 0.5) {
            Level now = isOpen(at) ? level(upTime(from, at), powerCut) : null;
            if (now == null && level != null) {
                all.add(new Said("vehicle-position-silent", level, from, (long) at));
                level = null;
            } else if (now != null) {
                level = level == null ? now : level.max(now);
            }
        }
        if (level != null) {
            all.add(new Said("vehicle-position-silent", level, from, lasts ? 0 : until));
        }
    }

    private static Level level(double darkS, boolean powerCut) {
        if (darkS > 1_800 || powerCut && darkS > 120) {
            return Level.YELLOW;
        }
        return darkS > 600 ? Level.BLUE : null;
    }

    private double upTime(long from, double until) {
        double up = until - from;
        for (long[] outage : outages) {
            up -= Math.max(0, Math.min(outage[1], until) - Math.max(outage[0], from));
        }
        return up;
    }

    private List<Said> stops() {
        NaiveVisits visits = new NaiveVisits(reports);
        List<NaiveVisits.Stay> sources = new ArrayList<>();
        for (RegistryEntry entry : RandomNight.registry()) {
            Details.Zone zone = (Details.Zone) entry.details();
            if (NaiveVisits.sources().contains(zone.type())) {
                sources.addAll(visits.in(box(zone)));
            }
        }
        List<Said> all = new ArrayList<>();
        for (RegistryEntry entry : RandomNight.registry()) {
            Details.Zone zone = (Details.Zone) entry.details();
            if (!NaiveVisits.sources().contains(zone.type())) {
                visits.in(box(zone)).forEach(stay -> stop(stay, zone.core(), sources, all));
            }
        }
        return all;
    }

    private void stop(NaiveVisits.Stay stay, boolean core, List<NaiveVisits.Stay> sources, List<Said> all) {
        NaiveVisits.Stay source = sources.stream()
                .filter(one -> one.closedAt() != 0 && one.enter() <= stay.enter())
                .max(Comparator.comparingLong(NaiveVisits.Stay::leave))
                .orElse(null);
        boolean tooLong = stay.dwell() > (core ? 180 : 1_200);
        if (source != null && stay.enter() - source.leave() <= 6 * 3_600 && tooLong && !isOpen(stay.enter())) {
            all.add(new Said(
                    "vehicle-suspicious-stop", Level.YELLOW, source.leave(), stay.closedAt() == 0 ? 0 : stay.leave()));
        }
    }

    private static double[] box(Details.Zone zone) {
        return new double[] {
            zone.boundary().get(0).longitude(),
            zone.boundary().get(0).latitude(),
            zone.boundary().get(2).longitude(),
            zone.boundary().get(2).latitude()
        };
    }
}
