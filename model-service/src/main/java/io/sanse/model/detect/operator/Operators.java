package io.sanse.model.detect.operator;

import io.sanse.contract.SubjectType;
import io.sanse.model.detect.operator.clue.ClueClusters;
import io.sanse.model.detect.operator.person.CrewQualifications;
import io.sanse.model.detect.operator.person.LinkedVehicles;
import io.sanse.model.detect.operator.person.Offences;
import io.sanse.model.detect.operator.road.ClonedPlate;
import io.sanse.model.detect.operator.road.Convoy;
import io.sanse.model.detect.operator.road.CrossBoundary;
import io.sanse.model.detect.operator.road.LoadVanished;
import io.sanse.model.detect.operator.road.OverStay;
import io.sanse.model.detect.operator.road.RecordVisits;
import io.sanse.model.detect.operator.road.RestrictedPassage;
import io.sanse.model.detect.operator.road.UnregisteredVisits;
import io.sanse.model.detect.operator.road.UnweighedLeaving;
import io.sanse.model.detect.operator.scene.NightPeople;
import io.sanse.model.detect.operator.scene.SmokeAndDust;
import io.sanse.model.detect.operator.station.HoursAbove;
import io.sanse.model.detect.operator.station.NightEmission;
import io.sanse.model.detect.operator.station.SensorQuality;
import io.sanse.model.detect.operator.station.WaterLimits;
import io.sanse.model.detect.operator.store.LedgerGaps;
import io.sanse.model.detect.operator.store.MissedRounds;
import io.sanse.model.detect.operator.store.PermittedAmounts;
import io.sanse.model.detect.operator.store.StockBalance;
import io.sanse.model.detect.operator.store.WasteBalance;
import io.sanse.model.detect.operator.store.WeighedMonth;
import io.sanse.model.detect.operator.trip.GhostTrips;
import io.sanse.model.detect.operator.trip.ImpossibleTrips;
import io.sanse.model.detect.operator.trip.RouteDeviation;
import io.sanse.model.detect.operator.trip.SplitNumber;
import io.sanse.model.detect.situation.Operator;
import java.util.List;

/** All operators. */
public final class Operators {
    private static final List<Operator> ALL = List.of(
            new ManifestDeadlines(),
            new WeightGap(),
            new StorageAge(),
            new StayAfterSource(),
            new TerminalSilence(),
            new LocalRise(),
            new RestrictedPassage(),
            new Convoy(),
            new OverStay(),
            new SensorQuality(),
            new NightEmission(),
            new WaterLimits(),
            new HoursAbove(),
            new ClonedPlate(),
            new LoadVanished(),
            new PermittedAmounts(),
            new ImpossibleTrips(),
            new SplitNumber(),
            new GhostTrips(),
            new CrossBoundary(),
            new UnweighedLeaving(),
            new LedgerGaps(),
            new NightPeople(),
            new StockBalance(),
            new MissedRounds(),
            new SmokeAndDust(),
            new RouteDeviation(),
            new WeighedMonth(),
            new WasteBalance(),
            new CrewQualifications(),
            new UnregisteredVisits(),
            new Offences(SubjectType.PERSON),
            new Offences(SubjectType.ENTERPRISE),
            new Offences(SubjectType.VEHICLE),
            new ClueClusters(),
            new RecordVisits(),
            new LinkedVehicles(SubjectType.PERSON),
            new LinkedVehicles(SubjectType.ENTERPRISE));

    private Operators() {}

    public static List<Operator> all() {
        return ALL;
    }

    /** @return the operator, or null when there is none with this name */
    public static Operator find(String name) {
        return ALL.stream()
                .filter(operator -> operator.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
