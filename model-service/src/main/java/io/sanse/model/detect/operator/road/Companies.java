package io.sanse.model.detect.operator.road;

import io.sanse.model.detect.fact.Pass;
import io.sanse.model.detect.operator.road.Convoy.Company;
import io.sanse.model.detect.situation.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds who kept company with whom among the passes of a site. */
final class Companies {
    private static final Comparator<Company> LONGEST = Comparator.comparingInt(Company::points)
            .thenComparing(Company::quietPoints)
            .thenComparing(company -> company.plates().size())
            .reversed()
            .thenComparing(company -> company.plates().toString());

    private final Question question;
    private final RoadView view;
    private final List<Pass> passes;
    private final Map<String, List<Pass>> byCamera = new HashMap<>();
    private final Map<String, List<Pass>> byPlate = new HashMap<>();
    private final long within;
    private final int minVehicles;

    /** Those who passed one point within the span, at most one pass of each. */
    private record Point(String camera, List<Pass> passes, Set<String> plates) {
        static Point of(String camera, List<Pass> passes) {
            Set<String> plates = new TreeSet<>();
            passes.forEach(pass -> plates.add(pass.plate()));
            return new Point(camera, passes, plates);
        }

        Set<String> shared(Set<String> group) {
            Set<String> shared = new TreeSet<>(group);
            shared.retainAll(plates);
            return shared;
        }

        List<Pass> of(Set<String> group) {
            return passes.stream().filter(pass -> group.contains(pass.plate())).toList();
        }
    }

    /** @param passes sorted by time */
    Companies(Question question, List<Pass> passes) {
        this.question = question;
        this.view = new RoadView(question.world());
        this.within = question.parameters().ms("within");
        this.minVehicles = question.parameters().count("minVehicles");
        List<String> exempt = question.parameters().texts("exemptClasses");
        this.passes = passes.stream()
                .filter(pass -> !exempt.contains(view.vehicleClass(pass)))
                .toList();
        for (Pass pass : this.passes) {
            byCamera.computeIfAbsent(pass.camera(), none -> new ArrayList<>()).add(pass);
            byPlate.computeIfAbsent(pass.plate(), none -> new ArrayList<>()).add(pass);
        }
    }

    /** In the order of the passes that completed them; those that one pass completes beginning with the one that went the longest way together. */
    List<Company> all() {
        List<Company> all = new ArrayList<>();
        for (Pass pass : passes) {
            if (endsSpan(pass)) {
                Point here = point(pass);
                if (here.plates().size() >= minVehicles) {
                    all.addAll(completed(pass, here));
                }
            }
        }
        return all;
    }

    /** Whether enough passes for a company, whosesoever, lie in the span of time that this one ends. */
    private boolean endsSpan(Pass pass) {
        List<Pass> there = byCamera.get(pass.camera());
        int first = index(there, pass) - minVehicles + 1;
        return first >= 0 && there.get(first).at() >= pass.at() - within;
    }

    private static int index(List<Pass> there, Pass pass) {
        return Collections.binarySearch(there, pass, Pass.ORDER);
    }

    private List<Company> completed(Pass last, Point here) {
        List<Point> earlier = earlier(last, here.plates());
        List<Company> found = groups(here.plates(), earlier).stream()
                .map(group -> company(group, here, earlier))
                .filter(company -> company.points() > 1)
                .sorted(LONGEST)
                .toList();
        List<Company> completed = new ArrayList<>();
        for (Company company : found) {
            if (completed.stream().noneMatch(other -> other.outdoes(company))) {
                completed.add(company);
            }
        }
        return completed;
    }

    /**
     * Who of those here were together before. A camera may have missed one of them, so that there are several answers: those here themselves, those of them who were at one of the points, at
     * two of them, and so on up to as many as a company has to pass together.
     */
    private Set<Set<String>> groups(Set<String> here, List<Point> earlier) {
        Set<Set<String>> groups = new LinkedHashSet<>(List.of(here));
        Set<Set<String>> latest = groups;
        for (int points = 2; points <= question.parameters().count("minPoints"); points++) {
            Set<Set<String>> smaller = new LinkedHashSet<>();
            for (Set<String> group : latest) {
                earlier.stream()
                        .map(point -> point.shared(group))
                        .filter(shared -> shared.size() >= minVehicles)
                        .forEach(smaller::add);
            }
            latest = smaller;
            groups.addAll(smaller);
        }
        return groups;
    }

    /** What a group that is here passed together: of each camera the points at which all of them were, a quiet one first. */
    private Company company(Set<String> group, Point here, List<Point> earlier) {
        List<Point> together = new ArrayList<>(List.of(here));
        earlier.stream().filter(point -> point.plates().containsAll(group)).forEach(together::add);
        Set<String> companions = companions(together);
        Map<String, Point> points = new TreeMap<>();
        Set<String> quiet = new HashSet<>();
        for (Point point : together) {
            points.putIfAbsent(point.camera(), point);
            if (!quiet.contains(point.camera()) && isQuiet(point, group, companions)) {
                points.put(point.camera(), point);
                quiet.add(point.camera());
            }
        }
        return new Company(
                new TreeSet<>(group),
                points.size(),
                quiet.size(),
                points.values().stream().anyMatch(this::isWatched),
                points.values().stream()
                        .flatMap(point -> point.of(group).stream())
                        .sorted(Pass.ORDER)
                        .toList());
    }

    /** Who was at two or more of the points: somebody whom a camera has missed is no ordinary traffic where others saw him. */
    private static Set<String> companions(List<Point> together) {
        Map<String, Set<String>> cameras = new HashMap<>();
        for (Point point : together) {
            point.plates().forEach(plate -> cameras.computeIfAbsent(plate, none -> new HashSet<>())
                    .add(point.camera()));
        }
        cameras.values().removeIf(seen -> seen.size() < 2);
        return cameras.keySet();
    }

    /** Where the vehicle that completes a company had passed before with enough of those who are here, by time: each span of time around its pass. */
    private List<Point> earlier(Pass last, Set<String> here) {
        long since = last.at() - question.parameters().ms("window");
        List<Point> points = new ArrayList<>();
        for (Pass pass : byPlate.get(last.plate())) {
            boolean inWindow = pass.at() >= since && pass.at() <= last.at();
            if (inWindow && !pass.camera().equals(last.camera())) {
                List<Pass> there = byCamera.get(pass.camera());
                there.subList(index(there, pass), there.size()).stream()
                        .takeWhile(end -> end.at() <= Math.min(last.at(), pass.at() + within))
                        .filter(this::endsSpan)
                        .map(this::point)
                        .filter(point -> point.plates().contains(last.plate()))
                        .filter(point -> point.shared(here).size() >= minVehicles)
                        .forEach(points::add);
            }
        }
        return points;
    }

    /** The span of time that a pass ends. */
    private Point point(Pass last) {
        List<Pass> there = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Pass> all = byCamera.get(last.camera());
        for (int i = index(all, last); i >= 0 && all.get(i).at() >= last.at() - within; i--) {
            if (seen.add(all.get(i).plate())) {
                there.add(all.get(i));
            }
        }
        return Point.of(last.camera(), there);
    }

    /** Whether hardly anybody but companions had passed when the last of the group did. */
    private boolean isQuiet(Point point, Set<String> group, Set<String> companions) {
        long until = point.of(group).stream().mapToLong(Pass::at).max().orElseThrow();
        long from = until - question.parameters().ms("quietBefore");
        long others = byCamera.get(point.camera()).stream()
                .filter(pass -> pass.at() >= from && pass.at() <= until && !companions.contains(pass.plate()))
                .count();
        return others <= question.parameters().count("quietOthers");
    }

    private boolean isWatched(Point point) {
        return view.zone(point.passes().get(0), question.parameters().texts("watchedTypes")) != null;
    }
}
