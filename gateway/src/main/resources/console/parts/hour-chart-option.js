import { LEVELS } from '../domain/alerts.js';
import { colour, FONT } from '../palette.js';
import { at } from '../domain/time.js';
import { term } from '../i18n/index.js';

// Beside the colour, a pattern: what shapes are in the list, hatching is in the bars.
const DECALS = {
  red: {
    symbol: 'rect',
    dashArrayX: [1, 0],
    dashArrayY: [2, 5],
    rotation: -Math.PI / 4,
    color: 'rgba(255,255,255,.45)',
  },
  yellow: {
    symbol: 'circle',
    dashArrayX: [
      [8, 8],
      [0, 8, 8, 0],
    ],
    dashArrayY: [6, 0],
    color: 'rgba(70,50,0,.35)',
  },
  blue: { symbol: 'none' },
};

function series(level, values) {
  return {
    name: term('level', level),
    type: 'bar',
    stack: 'alerts',
    barMaxWidth: 28,
    data: values,
    itemStyle: { color: colour(`${level}-fill`), decal: DECALS[level] },
  };
}

/**
 * The chart as ECharts draws it.
 * @param {{hours: number[], counts: Object<string, number[]>}} figures
 */
export function hourChartOption({ hours, counts }) {
  const text = { color: colour('ink-2'), fontFamily: FONT, fontSize: 11 };
  return {
    animation: false,
    // Rich text, not HTML: drawn on the canvas, where the page's content security policy has nothing to refuse.
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'shadow' },
      textStyle: { fontFamily: FONT },
    },
    legend: { right: 8, top: 0, itemWidth: 14, itemHeight: 10, textStyle: text },
    grid: { left: 34, right: 12, top: 26, bottom: 22 },
    xAxis: {
      type: 'category',
      data: hours.map((hour) => at(hour, 'time')),
      axisLabel: text,
      axisTick: { show: false },
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: text, splitLine: { lineStyle: { color: colour('line') } } },
    series: [...LEVELS].reverse().map((level) => series(level, counts[level])),
  };
}
