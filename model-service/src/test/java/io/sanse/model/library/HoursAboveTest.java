package io.sanse.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.model.cases.CasePlayer;
import io.sanse.model.cases.CaseTable;
import io.sanse.model.cases.ModelCase;
import io.sanse.model.detect.rule.Model;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A model of an author's own: sulphur dioxide above 150 µg/m³ three hours in a row. */
class HoursAboveTest {
    private static final Model MODEL = ModelReader.read("own.yaml", """
            id: air-hours-above
            version: 1
            module: air
            subject: station
            name: {zh: 连续超标, en: Hours above the limit}
            description: {zh: 小时均值连续超过限值。, en: Hourly means above the limit in a row.}
            facts: [hour]
            operator: hours-above
            parameters:
              consecutive: {value: 3, unit: count, source: P}
              a21026Limit: {value: 150, unit: ug/m3, source: P}
              a34004Limit: {value: 75, unit: ug/m3, source: P}
              patience: {value: 3, unit: h, source: P}
            levels:
              - level: yellow
                when: hours >= consecutive && mean > limit * 2.0
              - level: blue
                when: hours >= consecutive
            score: "50 + (night ? 10 : 0)"
            text:
              zh: "{station}的{factorName}自{since}连续{hours}小时超过{limit:0}，最近为{value:0}。"
              en: "{factorName} at {station} has been above {limit:0} for {hours} hours since {since}, {mean:1} on average, last {value:0}."
            """);

    private static final List<ModelCase> CASES = CaseTable.read("own.cases.yaml", """
            day: 2026-03-05
            subject: station:S1
            world:
              stations:
                S1: {at: [0, 0]}
            cases:
              - name: two hours
                events: ["08:00 hour S1 a21026 151 N", "09:00 hour S1 a21026 160 N"]
                expect: []
              - name: three hours
                events: ["08:00 hour S1 a21026 151 N", "09:00 hour S1 a21026 160 N", "10:00 hour S1 a21026 170 N"]
                expect: ["raised blue 10:00 until 10:00"]
                says: "SO2 at S1 has been above 150 for 3 hours since 03-06 08:00, 160.3 on average, last 170."
              - name: exactly the limit is not above
                events: ["08:00 hour S1 a21026 151 N", "09:00 hour S1 a21026 150 N", "10:00 hour S1 a21026 170 N"]
                expect: []
              - name: a hole is not above
                events: ["08:00 hour S1 a21026 151 N", "10:00 hour S1 a21026 160 N", "11:00 hour S1 a21026 160 N"]
                expect: []
              - name: nor is an hour flagged faulty, whatever its value
                events: ["08:00 hour S1 a21026 151 N", "09:00 hour S1 a21026 900 D", "10:00 hour S1 a21026 160 N"]
                expect: []
              - name: the missing hour comes late
                events: ["08:00 hour S1 a21026 151 N", "10:00 hour S1 a21026 160 N", "09:00 hour S1 a21026 160 N"]
                expect: ["raised blue 10:00 until 10:00"]
              - name: each hour comes twice
                events: ["08:00 hour S1 a21026 151 N", "08:00 hour S1 a21026 151 N", "09:00 hour S1 a21026 160 N", "09:00 hour S1 a21026 160 N"]
                expect: []
              - name: hours of two factors do not add up
                events: ["08:00 hour S1 a21026 151 N a34004 10 N", "09:00 hour S1 a21026 10 N a34004 80 N", "10:00 hour S1 a21026 151 N a34004 80 N"]
                expect: []
              - name: a factor without a limit
                events: ["08:00..10:00 every 1h hour S1 a21004 999 N"]
                expect: []
              - name: more than twice the limit, by night, until it is over
                events: ["21:00..23:00 every 1h hour S1 a21026 301 N", "00:00 hour S1 a21026 20 N"]
                expect: ["raised yellow 23:00 until 23:00", "cleared yellow 23:00 until 00:00"]
            """);

    @TestFactory
    Stream<DynamicTest> rowsOfHours() {
        CasePlayer player = new CasePlayer(Library.with(MODEL), MODEL);
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.name(),
                        () -> assertEquals(List.of(), player.judge(one).differences())));
    }
}
