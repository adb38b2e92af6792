import {
  IconArrowBackUp,
  IconArrowLeft,
  IconArrowRight,
  IconArrowForwardUp,
  IconChevronsLeft,
  IconChevronsRight,
  IconFileExport,
  IconFolder,
  IconHelp,
  IconMoon,
  IconSearch,
  IconShare2,
  IconStack2,
  IconSun,
  IconCircleHalf2,
  IconX,
} from '@tabler/icons-react';

const SIZE = 18;
const STROKE = 1.6;
const look = { size: SIZE, stroke: STROKE, 'aria-hidden': true } as const;

/* One size and stroke for all icons of the shell. */
export const UndoIcon = () => <IconArrowBackUp {...look} />;
export const RedoIcon = () => <IconArrowForwardUp {...look} />;
export const WestIcon = () => <IconArrowLeft {...look} />;
export const EastIcon = () => <IconArrowRight {...look} />;
export const CollapseIcon = () => <IconChevronsLeft {...look} />;
export const ExpandIcon = () => <IconChevronsRight {...look} />;
export const HelpIcon = () => <IconHelp {...look} />;
export const MoonIcon = () => <IconMoon {...look} />;
export const SunIcon = () => <IconSun {...look} />;
export const SystemThemeIcon = () => <IconCircleHalf2 {...look} />;
export const SearchIcon = () => <IconSearch {...look} size={16} />;
export const ShareIcon = () => <IconShare2 {...look} />;
export const LayersIcon = () => <IconStack2 {...look} />;
export const ExportIcon = () => <IconFileExport {...look} />;
export const ProjectsIcon = () => <IconFolder {...look} />;
export const CloseIcon = () => <IconX {...look} />;
