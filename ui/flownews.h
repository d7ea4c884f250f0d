// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/linknews.h"

class BrowserLinkFlow;
class DeviceLinkFlow;

/// What the end of a flow is told as.
LinkNews::Kind flowNewsOf(const DeviceLinkFlow &flow);
LinkNews::Kind flowNewsOf(const BrowserLinkFlow &flow);
