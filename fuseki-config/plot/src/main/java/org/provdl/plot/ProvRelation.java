package org.provdl.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/** The relations that a lineage follows, each with a line of its own. */
enum ProvRelation {
  WAS_REVISION_OF("wasRevisionOf", 0, 3),
  WAS_DERIVED_FROM("wasDerivedFrom", 0, 0),
  WAS_GENERATED_BY("wasGeneratedBy", 2, 0),
  USED("used", 1, 0),
  SPECIALIZATION_OF("specializationOf", 3, 0),
  HAD_PLAN("hadPlan", 3, 3),
  WAS_ASSOCIATED_WITH("wasAssociatedWith", 4, 0),
  WAS_ATTRIBUTED_TO("wasAttributedTo", 4, 3),
  IS_PART_OF("isPartOf", 6, 3);

  private final String name;
  private final int colour;
  private final float dash;

  ProvRelation(String name, int colour, float dash) {
    this.name = name;
    this.colour = colour;
    this.dash = dash;
  }

  static ProvRelation of(String name) {
    return Arrays.stream(values())
        .filter(relation -> relation.name.equals(name))
        .findFirst()
        .orElse(WAS_DERIVED_FROM);
  }

  /** The local name of its property. */
  String label() {
    return name;
  }

  Color colour() {
    return Palette.distinct(colour);
  }

  BasicStroke stroke() {
    return dash == 0
        ? new BasicStroke(1.2f)
        : new BasicStroke(
            1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, dash}, 0);
  }

  /** The names of relations, the one that says most first. */
  static List<String> ranked(List<String> names) {
    return names.stream().distinct().sorted((a, b) -> of(a).compareTo(of(b))).toList();
  }
}
