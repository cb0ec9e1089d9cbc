package io.sanse.standalone.city;

/** What a place is, with its measures: how far from the road it lies and how large it is. */
public enum PlaceKind {
    GENERATOR("G", "enterprise", 240, 110, "示范制造厂", "Demo Works"),
    CONSTRUCTION("C", "construction", 260, 130, "示范建筑工地", "Demo Construction Site"),
    RECEIVER("R", "receiver", 280, 150, "示范处置中心", "Demo Treatment Centre"),
    COLLECTOR("K", "receiver", 220, 80, "示范收集点", "Demo Collection Point"),
    DEPOT("T", "depot", 260, 140, "示范运输公司", "Demo Haulage"),
    FUEL("F", "fuel", 80, 45, "加油站", "Fuel Station"),
    REST("S", "rest", 110, 60, "停车休息区", "Rest Area"),
    CORE_PIT("P", "pit", 820, 170, "废弃矿坑核心区", "Abandoned Pit (core)"),
    PIT("P", "pit", 820, 170, "废弃矿坑", "Abandoned Pit"),
    RIVER_BANK("B", "river-bank", 760, 180, "河岸", "River Bank"),
    WOODLAND("W", "woodland", 860, 190, "林地", "Woodland"),
    SENSITIVE("N", "sensitive", 800, 160, "敏感区域", "Sensitive Area");

    private final String letter;
    private final String zoneType;
    private final double setbackM;
    private final double radiusM;
    private final String zh;
    private final String en;

    PlaceKind(String letter, String zoneType, double setbackM, double radiusM, String zh, String en) {
        this.letter = letter;
        this.zoneType = zoneType;
        this.setbackM = setbackM;
        this.radiusM = radiusM;
        this.zh = zh;
        this.en = en;
    }

    String letter() {
        return letter;
    }

    String zoneType() {
        return zoneType;
    }

    /** Metres from the road to its middle. */
    double setbackM() {
        return setbackM;
    }

    double radiusM() {
        return radiusM;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    /** Whether a firm runs it: then the firm and its zone are both registered. */
    boolean isFirm() {
        return this == GENERATOR || this == CONSTRUCTION || this == RECEIVER || this == COLLECTOR || this == DEPOT;
    }
}
