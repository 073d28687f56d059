/** Whether an address within the tenant can be meant: as the API takes it. */
export const isChangeLink = (link: string): boolean => /^\/[a-z][\w/?=&.-]*$/.test(link);
