#include "format/model.h"

#include <gtest/gtest.h>

namespace chancery::format {
namespace {

TEST(Model, HeadingsHaveLevels) {
  EXPECT_EQ(headingLevel(Role::heading1), 1);
  EXPECT_EQ(headingLevel(Role::heading2), 2);
  EXPECT_EQ(headingLevel(Role::heading3), 3);
  EXPECT_EQ(headingLevel(Role::heading4), 4);
  for (const Role role : {Role::paragraph, Role::listItem, Role::caption, Role::contentsItem}) {
    EXPECT_EQ(headingLevel(role), 0);
  }
}

TEST(Model, AHeadingStandsInTheOutlineWhateverItsStyle) {
  ParagraphStyle style;
  EXPECT_EQ(outlineLevel(Role::paragraph, style), 0);
  EXPECT_EQ(outlineLevel(Role::heading2, style), 2);
  style.outlineLevel = 5;
  EXPECT_EQ(outlineLevel(Role::paragraph, style), 5);
  EXPECT_EQ(outlineLevel(Role::heading2, style), 2);
}

}  // namespace
}  // namespace chancery::format
