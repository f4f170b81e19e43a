#pragma once

#include <string>
#include <vector>

#include "pdf/object_writer.h"
#include "pdf/writer.h"

namespace chancery::pdf {

/// Writes files carried inside the PDF as sources of the document.
/// @return the entries of the catalogue that lead to them, "" without attachments
/// Source: ISO 32000-1, 7.11.4; ISO 19005-3, 6.8.
std::string writeAttachments(ObjectWriter& out, const std::vector<Attachment>& attachments,
                             Moment moment);

}  // namespace chancery::pdf
