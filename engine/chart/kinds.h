#pragma once

#include "chart/chart.h"
#include "chart/sketch.h"

/// The kinds of charts, each drawn into the area that title and legend leave.
namespace chancery::chart {

void drawBars(Sketch& sketch, const Chart& chart, const Box& area);
void drawLines(Sketch& sketch, const Chart& chart, const Box& area);
void drawPie(Sketch& sketch, const Chart& chart, const Box& area);
void drawGantt(Sketch& sketch, const Chart& chart, const Box& area);

}  // namespace chancery::chart
