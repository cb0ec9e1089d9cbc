package io.sanse.standalone.city;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;

/** The 14 streets and towns of Yongkang: real codes and names (statistical division codes), rough centres. */
public enum Town {
    DONGCHENG("330784001", "东城街道", "Dongcheng", 120.052, 28.908),
    XICHENG("330784002", "西城街道", "Xicheng", 120.008, 28.906),
    JIANGNAN("330784003", "江南街道", "Jiangnan", 120.036, 28.866),
    SHIZHU("330784105", "石柱镇", "Shizhu", 120.108, 28.838),
    QIANCANG("330784106", "前仓镇", "Qiancang", 120.026, 28.806),
    ZHOUSHAN("330784107", "舟山镇", "Zhoushan", 120.112, 28.780),
    GUSHAN("330784108", "古山镇", "Gushan", 120.172, 28.948),
    FANGYAN("330784109", "方岩镇", "Fangyan", 120.190, 28.892),
    LONGSHAN("330784110", "龙山镇", "Longshan", 120.146, 28.996),
    XIXI("330784111", "西溪镇", "Xixi", 120.262, 28.966),
    XIANGZHU("330784112", "象珠镇", "Xiangzhu", 120.058, 28.986),
    TANGXIAN("330784113", "唐先镇", "Tangxian", 120.108, 29.046),
    HUAJIE("330784114", "花街镇", "Huajie", 119.948, 28.932),
    ZHIYING("330784115", "芝英镇", "Zhiying", 120.114, 28.918);

    private final String code;
    private final LocalizedText label;
    private final GeoPoint centre;

    Town(String code, String zh, String en, double longitude, double latitude) {
        this.code = code;
        this.label = new LocalizedText(zh, en);
        this.centre = new GeoPoint(longitude, latitude);
    }

    /** Division code, 9 digits. */
    public String code() {
        return code;
    }

    public LocalizedText label() {
        return label;
    }

    public GeoPoint centre() {
        return centre;
    }

    /** The town whose centre is nearest: towns' areas are drawn so. */
    public static Town of(GeoPoint point) {
        Town nearest = DONGCHENG;
        for (Town town : values()) {
            if (Plane.distanceM(point, town.centre) < Plane.distanceM(point, nearest.centre)) {
                nearest = town;
            }
        }
        return nearest;
    }
}
