#pragma once
#include <libxml/xmlversion.h>
// Debian builds libxml2 with ICU, whose header then clashes with the ICU inside Foundation. Only the
// layout of a character set handler depends on it, and nothing here looks into one.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
